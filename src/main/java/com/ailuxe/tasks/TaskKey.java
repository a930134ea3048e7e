package com.ailuxe.tasks;

/**
 * Identifies a task of people; the engine and Tasklist know it by the same number.
 *
 * @param value greater than 0
 */
public record TaskKey(long value) {
  public TaskKey {
    if (value <= 0) {
      throw new IllegalArgumentException("A task's key is greater than 0, not " + value);
    }
  }

  /**
   * @throws IllegalArgumentException when it is nothing of that kind
   */
  public static TaskKey parse(String text) {
    return new TaskKey(Long.parseLong(text));
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
