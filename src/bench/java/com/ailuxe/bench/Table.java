package com.ailuxe.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of figures, as Markdown that is also readable on a console. */
final class Table {
  private final String title;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Table(String title, String... columns) {
    this.title = title;
    rows.add(List.of(columns));
  }

  Table row(Object... cells) {
    rows.add(
        List.of(cells).stream()
            .map(cell -> cell instanceof Double number ? "%.1f".formatted(number) : cell.toString())
            .toList());
    System.out.println(title + ": " + String.join(" | ", rows.getLast()));
    return this;
  }

  /** A line below the table. */
  Table note(String format, Object... figures) {
    notes.add(format.formatted(figures));
    System.out.println(notes.getLast());
    return this;
  }

  @Override
  public String toString() {
    var widths =
        IntStream.range(0, rows.getFirst().size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    var lines = new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
    lines.add(
        1,
        IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining(" | ", "| ", " |")));
    notes.forEach(note -> lines.add("\n" + note));
    return title + "\n\n" + String.join("\n", lines) + "\n";
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> ("%-" + widths[column] + "s").formatted(row.get(column)))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
