package com.ailuxe.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ailuxe.DemoAgency;
import com.ailuxe.board.Documents;
import com.ailuxe.booking.Bookings;
import com.ailuxe.booking.CancelledBy;
import com.ailuxe.booking.DeskRequestId;
import com.ailuxe.booking.DeskRequests;
import com.ailuxe.booking.DeskWish;
import com.ailuxe.booking.Given;
import com.ailuxe.contact.Identity;
import com.ailuxe.contact.IdentityKind;
import com.ailuxe.conversation.Channel;
import com.ailuxe.conversation.InboundEvent.Content;
import com.ailuxe.conversation.InboundEvent.MessageReceived;
import com.ailuxe.conversation.InboundEvent.Origin;
import com.ailuxe.conversation.InboundEvent.Sender;
import com.ailuxe.conversation.Inbox;
import com.ailuxe.conversation.MessageType;
import com.ailuxe.journey.DeskPerson;
import com.ailuxe.journey.FakeUserTasks;
import com.ailuxe.journey.NoEngine;
import com.ailuxe.shared.BookingId;
import com.ailuxe.shared.ContractId;
import com.ailuxe.shared.ConversationId;
import com.ailuxe.shared.MessageId;
import com.ailuxe.tasks.GivenTasks;
import com.ailuxe.tasks.TaskKey;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.resttestclient.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * All routes that exist, found in the running application: none is open by mistake, and none gives
 * an agency what belongs to another one. A new route is here by itself; one with a new kind of id
 * fails until this test knows such a thing.
 */
@ConsoleModuleTest
@Import(Given.class)
class RoutesTests {
  /** What anybody may call: the way in. */
  private static final Set<String> OPEN =
      Set.of(
          "GET /sign-in",
          "GET /sign-in/{agency}",
          "GET /sign-in/logo/{agency}",
          "POST /sign-in/refused");

  @Autowired TestRestTemplate http;
  @Autowired JdbcClient jdbc;
  @Autowired Inbox inbox;
  @Autowired FakeUserTasks engine;
  @Autowired Given given;
  @Autowired Bookings bookings;
  @Autowired DeskRequests desk;
  @Autowired NoEngine.Desk process;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  private record Route(HttpMethod method, String path, HandlerMethod handler) {
    @Override
    public String toString() {
      return method + " " + path;
    }

    boolean isApi() {
      return path.startsWith("/api/");
    }
  }

  @Test
  void nobodyGetsInWithoutASignIn() {
    var open = new TreeSet<String>();
    for (var route : routes()) {
      var answer =
          new Session(http)
              .call(route.method(), filled(route, ids()), null, new HttpHeaders())
              .getStatusCode()
              .value();
      if (!Set.of(302, 401, 403).contains(answer)) {
        open.add(route.toString());
      }
    }

    assertThat(open).isSubsetOf(OPEN);
  }

  @Test
  void whatBelongsToAnAgencyIsNotThereForAnother() {
    var stranger = Session.ofAnotherAgency(http, jdbc);
    var strangersApi = Api.ofAnotherAgency(http, jdbc);
    var given = ids();
    var answers = new TreeMap<String, Integer>();
    for (var route : routes()) {
      if (OPEN.contains(route.toString()) || !route.path().contains("{")) {
        continue;
      }
      answers.put(
          route.toString(),
          route.isApi() ? call(strangersApi, route, given) : call(stranger, route, given));
    }

    assertThat(answers)
        .isNotEmpty()
        .allSatisfy((route, status) -> assertThat(status).as(route).isEqualTo(404));
  }

  /** Whoever has these things gets there by the same calls: else the other test shows nothing. */
  @Test
  void theSameIsThereForItsOwnAgency() {
    var owner = Session.of(http);
    var given = ids();
    for (var route : routes()) {
      if (route.method() == HttpMethod.GET && !route.isApi() && route.path().contains("{id}")) {
        assertThat(call(owner, route, given)).as(route.toString()).isEqualTo(200);
      }
    }
  }

  private List<Route> routes() {
    var routes = new ArrayList<Route>();
    mapping
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              if (handler.getBeanType().getPackageName().startsWith("com.ailuxe")) {
                for (var path : info.getPatternValues()) {
                  methods(info).forEach(method -> routes.add(new Route(method, path, handler)));
                }
              }
            });
    assertThat(routes).hasSizeGreaterThan(15);
    return routes;
  }

  private static List<HttpMethod> methods(RequestMappingInfo info) {
    var methods = info.getMethodsCondition().getMethods();
    return (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
        .stream().map(RequestMethod::asHttpMethod).toList();
  }

  /** One thing of the demo agency for each kind of id. */
  private Map<Class<?>, String> ids() {
    var phone = "+49152" + (10_000_000 + Math.abs(UUID.randomUUID().hashCode() % 80_000_000));
    inbox.accept(
        List.of(
            new MessageReceived(
                new Origin(
                    Channel.WHATSAPP,
                    DemoAgency.WHATSAPP_ACCOUNT,
                    UUID.randomUUID().toString(),
                    "{}"),
                new Sender(List.of(new Identity(IdentityKind.PHONE, phone)), "Ada", null),
                new Content(MessageType.TEXT, "Hello", null, null),
                Instant.parse("2026-11-30T10:00:00Z"))));
    var conversation =
        jdbc.sql("select id from conversation where recipient_value = ?")
            .param(phone)
            .query(UUID.class)
            .single();
    var message =
        jdbc.sql("select id from message where conversation_id = ?")
            .param(conversation)
            .query(UUID.class)
            .single();
    var booking = booking();
    return Map.of(
        ConversationId.class,
        conversation.toString(),
        MessageId.class,
        message.toString(),
        TaskKey.class,
        task(new ConversationId(conversation)),
        String.class,
        bookings.facts(booking).reference(),
        ContractId.class,
        jdbc.sql("select id from contract where booking_id = ?")
            .param(booking.value())
            .query(UUID.class)
            .single()
            .toString(),
        DeskRequestId.class,
        request(booking).toString());
  }

  /** One that is confirmed and has an agreement. */
  private BookingId booking() {
    var talent = "Yacht " + UUID.randomUUID();
    given.talent(DemoAgency.ID, talent, "yacht");
    var booking = given.confirmed(DemoAgency.ID, talent, "2027-05-02T10:00", "2027-05-02T14:00");
    Documents.accepted(jdbc, DemoAgency.ID, booking);
    return booking;
  }

  /** One that nobody carries out. */
  private DeskRequestId request(BookingId booking) {
    process.away(true);
    var person = DeskPerson.of(jdbc, DemoAgency.ID);
    return desk.file(
        DemoAgency.ID,
        person.id(),
        person.personName(),
        UUID.randomUUID().toString(),
        new DeskWish.Cancel(booking, CancelledBy.AGENCY, null, null, null));
  }

  private String task(ConversationId conversation) {
    GivenTasks.deployed(engine, "review-reply");
    var task = GivenTasks.review(conversation);
    engine.open(task, GivenTasks.variables(conversation));
    await()
        .until(
            () ->
                jdbc.sql("select 1 from user_task where key = ?")
                    .param(task.key())
                    .query(Integer.class)
                    .optional()
                    .isPresent());
    return Long.toString(task.key());
  }

  private String filled(Route route, Map<Class<?>, String> ids) {
    var path = route.path();
    for (var parameter : route.handler().getMethod().getParameters()) {
      var variable = parameter.getAnnotation(PathVariable.class);
      if (variable != null && !OPEN.contains(route.toString())) {
        assertThat(ids)
            .as("a thing for " + parameter + " of " + route)
            .containsKey(parameter.getType());
        var name = variable.value().isEmpty() ? parameter.getName() : variable.value();
        path = path.replace("{" + name + "}", ids.get(parameter.getType()));
      }
    }
    return path.replaceAll("\\{[^}]+}", "luxe");
  }

  private int call(Session who, Route route, Map<Class<?>, String> ids) {
    var path = filled(route, ids);
    var headers = new HttpHeaders();
    var fields = new LinkedHashMap<String, String>();
    fill(route, headers, fields);
    if (Arrays.stream(route.handler().getMethod().getParameters())
        .anyMatch(parameter -> parameter.getType() == MultipartFile.class)) {
      return who.send(path, fields, "a.pdf", "%PDF-1.4", headers).getStatusCode().value();
    }
    return (route.method() == HttpMethod.GET
            ? who.call(HttpMethod.GET, path + query(fields), null, headers)
            : who.post(path, fields, headers))
        .getStatusCode()
        .value();
  }

  private int call(Api who, Route route, Map<Class<?>, String> ids) {
    var path = filled(route, ids);
    var headers = new HttpHeaders();
    var fields = new LinkedHashMap<String, String>();
    fill(route, headers, fields);
    if (Arrays.stream(route.handler().getMethod().getParameters())
        .anyMatch(parameter -> parameter.isAnnotationPresent(RequestPart.class))) {
      headers.set(HttpHeaders.CONTENT_TYPE, "multipart/form-data; boundary=x");
      var part = "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
      return who.call(
              route.method(),
              path,
              part.formatted("file", "; filename=\"a.pdf\"", "%PDF-1.4")
                  + part.formatted("epoch", "", "0")
                  + "--x--\r\n",
              headers)
          .getStatusCode()
          .value();
    }
    headers.setContentType(MediaType.APPLICATION_JSON);
    return who.call(route.method(), path, "{\"epoch\":0,\"text\":\"x\"}", headers)
        .getStatusCode()
        .value();
  }

  /** What the call has to have beside the ids, so that they decide. */
  private static void fill(Route route, HttpHeaders headers, Map<String, String> fields) {
    for (var parameter : route.handler().getMethod().getParameters()) {
      var header = parameter.getAnnotation(RequestHeader.class);
      if (header != null) {
        headers.set(header.value(), "key");
      }
      var field = parameter.getAnnotation(RequestParam.class);
      if (field != null
          && parameter.getType() != MultipartFile.class
          && field.required()
          && field.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
        fields.put(name(parameter, field), parameter.getType() == String.class ? "x" : "0");
      }
    }
  }

  private static String name(Parameter parameter, RequestParam field) {
    return field.value().isEmpty() ? parameter.getName() : field.value();
  }

  private static String query(Map<String, String> fields) {
    return fields.isEmpty()
        ? ""
        : "?"
            + String.join(
                "&", fields.entrySet().stream().map(f -> f.getKey() + "=" + f.getValue()).toList());
  }
}
