package com.ailuxe.inmemory;

import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.impl.record.value.message.MessageRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceRecord;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.MessageIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;

/**
 * One in-memory Zeebe engine: its record stream, its clock, and the commands its gRPC gateway
 * lacks.
 */
final class EmbeddedEngine implements AutoCloseable {
  private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(5);

  private final ZeebeTestEngine engine;
  private final LogStreamWriter writer;
  private Duration clockOffset = Duration.ZERO;
  private boolean movedInTime;

  EmbeddedEngine(int grpcPort) {
    engine = EngineFactory.create(grpcPort);
    engine.start();
    writer = logStream(engine).newLogStreamWriter();
  }

  /** The records from the given index on. Not thread-safe, like the engine's record source. */
  List<Record<?>> recordsFrom(int index) {
    return StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
        .skip(index)
        .toList();
  }

  /**
   * Appends a command to the engine's log and returns its first follow-up: an event or a rejection.
   */
  Record<?> execute(long key, ValueType type, Intent intent, UnifiedRecordValue command) {
    var from = recordsFrom(0).size();
    var metadata =
        new RecordMetadata().recordType(RecordType.COMMAND).valueType(type).intent(intent);
    long position =
        writer.tryWrite(WriteContext.internal(), LogAppendEntry.of(key, metadata, command)).get();
    var deadline = Instant.now().plus(RESPONSE_TIMEOUT);
    while (Instant.now().isBefore(deadline)) {
      Optional<Record<?>> followUp =
          recordsFrom(from).stream()
              .filter(r -> r.getSourceRecordPosition() == position)
              .findFirst();
      if (followUp.isPresent()) {
        return followUp.get();
      }
      pause();
    }
    throw new IllegalStateException(
        "The engine did not answer " + type + " " + intent + " in time");
  }

  /** Ends an instance, and those that it called; one that has ended already stays as it is. */
  void cancel(long processInstanceKey) {
    execute(
        processInstanceKey,
        ValueType.PROCESS_INSTANCE,
        ProcessInstanceIntent.CANCEL,
        new ProcessInstanceRecord().setProcessInstanceKey(processInstanceKey));
  }

  /** Takes away a message that waits; one that is gone already is no matter. */
  void expire(long messageKey, MessageRecord message) {
    execute(messageKey, ValueType.MESSAGE, MessageIntent.EXPIRE, message);
  }

  /** Returns when the engine has done all that it can do by itself. */
  void awaitIdle() {
    try {
      engine.waitForIdleState(RESPONSE_TIMEOUT);
    } catch (TimeoutException e) {
      throw new IllegalStateException("The engine does not come to rest", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Instant now() {
    return Instant.now().plus(clockOffset);
  }

  boolean wasMovedInTime() {
    return movedInTime;
  }

  void increaseTime(Duration duration) {
    engine.increaseTime(duration);
    clockOffset = clockOffset.plus(duration);
    movedInTime = true;
  }

  void resetTime() {
    if (!clockOffset.isZero()) {
      increaseTime(clockOffset.negated());
    }
  }

  @Override
  public void close() {
    engine.stop();
  }

  /**
   * The one use of a non-public member: neither the engine nor its gateway exposes a command
   * writer.
   */
  private static LogStream logStream(ZeebeTestEngine engine) {
    try {
      var field = engine.getClass().getDeclaredField("logStream");
      field.setAccessible(true);
      return (LogStream) field.get(engine);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("zeebe-process-test-engine changed: no logStream field", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
