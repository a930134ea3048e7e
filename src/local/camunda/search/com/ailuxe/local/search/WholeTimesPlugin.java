package com.ailuxe.local.search;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.opensearch.action.ActionRequest;
import org.opensearch.action.bulk.BulkRequest;
import org.opensearch.action.index.IndexRequest;
import org.opensearch.action.support.ActionFilter;
import org.opensearch.action.support.ActionFilterChain;
import org.opensearch.action.update.UpdateRequest;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.action.ActionResponse;
import org.opensearch.plugins.ActionPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.tasks.Task;

/**
 * Gives the times of Tasklist's list view their milliseconds. Tasklist 8.6.0 writes them without
 * when they are zero, against its own mapping: one task in a thousand would be refused, and with it
 * every later one.
 */
public final class WholeTimesPlugin extends Plugin implements ActionPlugin, ActionFilter {
  private static final String LIST_VIEW = "tasklist-list-view-";
  private static final List<String> TIMES = List.of("creationTime", "completionTime");
  private static final DateTimeFormatter WHOLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

  @Override
  public List<ActionFilter> getActionFilters() {
    return List.of(this);
  }

  @Override
  public int order() {
    return 0;
  }

  @Override
  public <Q extends ActionRequest, S extends ActionResponse> void apply(
      Task task,
      String action,
      Q request,
      ActionListener<S> listener,
      ActionFilterChain<Q, S> chain) {
    if (request instanceof BulkRequest bulk) {
      bulk.requests().stream()
          .filter(UpdateRequest.class::isInstance)
          .map(UpdateRequest.class::cast)
          .filter(update -> update.index().startsWith(LIST_VIEW))
          .flatMap(update -> Stream.of(update.doc(), update.upsertRequest()))
          .forEach(WholeTimesPlugin::complete);
    }
    chain.proceed(task, action, request, listener);
  }

  private static void complete(IndexRequest document) {
    if (document == null) {
      return;
    }
    var source = document.sourceAsMap();
    for (var time : TIMES) {
      source.computeIfPresent(
          time, (name, value) -> WHOLE.format(OffsetDateTime.parse(value.toString())));
    }
    document.source(source);
  }
}
