package com.ailuxe.console.frame;

import com.ailuxe.agency.AgencyId;
import com.ailuxe.replicas.News;
import com.ailuxe.replicas.News.Change;
import com.ailuxe.staff.StaffMember;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The stream by which an open page learns what has changed in its agency: which thing, never what
 * of it. The page then asks for what it shows, as whoever is signed in.
 */
@RestController
class NewsStream {
  /** How long a stream lasts; the page opens it again, with a sign-in that is still good. */
  private static final Duration LASTS = Duration.ofMinutes(30);

  private static final String ALL = "*";

  private final Map<AgencyId, Set<SseEmitter>> pages = new ConcurrentHashMap<>();
  private final ExecutorService writing = Executors.newVirtualThreadPerTaskExecutor();

  NewsStream(News news) {
    news.subscribe(this::pass);
  }

  @GetMapping(path = "/console/news", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter open(@AuthenticationPrincipal StaffMember staff) {
    var page = new SseEmitter(LASTS.toMillis());
    var agency = staff.agency();
    page.onCompletion(() -> forget(agency, page));
    page.onTimeout(page::complete);
    page.onError(gone -> forget(agency, page));
    pages.computeIfAbsent(agency, any -> ConcurrentHashMap.newKeySet()).add(page);
    write(agency, page, SseEmitter.event().comment("open"));
    return page;
  }

  private void pass(List<Change> changes) {
    if (changes.contains(News.ANYTHING)) {
      pages.keySet().forEach(agency -> send(agency, ALL));
      return;
    }
    changes.stream()
        .collect(Collectors.groupingBy(Change::agency, Collectors.toSet()))
        .forEach(
            (agency, its) ->
                send(
                    AgencyId.parse(agency),
                    its.stream()
                        .map(change -> change.topic() + ":" + change.subject())
                        .collect(Collectors.joining(" "))));
  }

  private void send(AgencyId agency, String changes) {
    for (var page : pages.getOrDefault(agency, Set.of())) {
      writing.execute(() -> write(agency, page, SseEmitter.event().name("changed").data(changes)));
    }
  }

  /** Finds out who is gone, and keeps proxies from closing what is silent. */
  @Scheduled(fixedRateString = "PT15S", initialDelayString = "PT15S")
  void breathe() {
    pages.forEach(
        (agency, open) ->
            open.forEach(
                page ->
                    writing.execute(
                        () -> write(agency, page, SseEmitter.event().comment("still here")))));
  }

  /** A replica that stops waits for nobody's page; the pages open the stream at another one. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    pages.values().forEach(open -> open.forEach(SseEmitter::complete));
  }

  private void write(AgencyId agency, SseEmitter page, SseEmitter.SseEventBuilder event) {
    try {
      page.send(event);
    } catch (IOException | IllegalStateException gone) {
      forget(agency, page);
    }
  }

  private void forget(AgencyId agency, SseEmitter page) {
    pages.computeIfPresent(
        agency,
        (any, open) -> {
          open.remove(page);
          return open.isEmpty() ? null : open;
        });
  }
}
