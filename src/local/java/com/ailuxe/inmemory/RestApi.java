package com.ailuxe.inmemory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.util.VersionUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of the Orchestration Cluster REST API v2 and of the actuators that CPT calls. Requests
 * run one at a time, so the engine, its read model and a purge need no locks of their own. It is no
 * {@link com.ailuxe.local.LoopbackServer}, which answers its calls side by side and remembers them
 * all.
 */
final class RestApi {
  private static final Logger log = LoggerFactory.getLogger(RestApi.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Response NO_CONTENT = new Response(204, "", "");

  private final InMemoryCamunda camunda;
  private final HttpServer server;

  RestApi(InMemoryCamunda camunda) {
    this.camunda = camunda;
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()));
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private record Response(int status, String type, String body) {
    static Response json(JsonNode body) {
      return new Response(200, "application/json", body.toString());
    }

    static Response problem(int status, String title, @Nullable String detail) {
      var problem =
          JSON.createObjectNode()
              .put("type", "about:blank")
              .put("status", status)
              .put("title", title)
              .put("detail", detail);
      return new Response(status, "application/problem+json", problem.toString());
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    Response response;
    try {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var json = body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
      response = route(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), json);
    } catch (SearchQuery.UnsupportedQuery e) {
      response = Response.problem(501, "NOT_IMPLEMENTED", e.getMessage());
    } catch (RuntimeException e) {
      log.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
      response = Response.problem(500, "INTERNAL", e.toString());
    }
    if (response.status() >= 500) {
      log.warn("{} {}: {}", exchange.getRequestMethod(), exchange.getRequestURI(), response.body());
    }
    log.debug(
        "{} {}: {}", exchange.getRequestMethod(), exchange.getRequestURI(), response.status());
    var bytes = response.body().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      exchange.getResponseHeaders().set("Content-Type", response.type());
    }
    exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Response route(String method, String path, JsonNode body) {
    var segments = List.of(path.substring(1).split("/"));
    return switch (segments.getFirst()) {
      case "actuator" -> actuator(method + " " + path, body);
      case "v2" -> api(method, segments.subList(1, segments.size()), body);
      default -> unknown(method + " " + path);
    };
  }

  private Response actuator(String request, JsonNode body) {
    return switch (request) {
      case "GET /actuator/clock" -> clock();
      case "POST /actuator/clock/add" -> {
        camunda.engine().increaseTime(Duration.ofMillis(body.path("offsetMilli").asLong()));
        yield clock();
      }
      case "DELETE /actuator/clock" -> {
        camunda.engine().resetTime();
        yield clock();
      }
      case "POST /actuator/cluster/purge" -> {
        camunda.purge();
        yield Response.json(JSON.createObjectNode().put("changeId", camunda.purges()));
      }
      default -> unknown(request);
    };
  }

  private Response clock() {
    var now = camunda.engine().now();
    return Response.json(
        JSON.createObjectNode()
            .put("epochMilli", now.toEpochMilli())
            .put("instant", now.toString()));
  }

  private Response api(String method, List<String> path, JsonNode body) {
    var shape = method + " " + path.getFirst() + "/{}".repeat(path.size() > 1 ? 1 : 0) + tail(path);
    var key = path.size() > 1 ? path.get(1) : "";
    return switch (shape) {
      case "GET topology" -> topology();
      case "GET process-definitions/{}/xml" -> xml(camunda.readModel().resource(key));
      case "GET process-instances/{}/sequence-flows" -> sequenceFlows(key);
      case "GET user-tasks/{}/form" ->
          found(find("user-tasks", key).flatMap(t -> find("forms", t.path("formKey").asText())));
      case "POST user-tasks/{}/variables/search" -> variablesOf(key, body);
      case "POST user-tasks/{}/completion" ->
          userTask(key, UserTaskIntent.COMPLETE, withVariables(action(body, "complete"), body));
      case "POST user-tasks/{}/assignment" -> assign(key, body);
      case "DELETE user-tasks/{}/assignee" ->
          userTask(key, UserTaskIntent.ASSIGN, action(body, "unassign").setAssignee(""));
      case "PATCH user-tasks/{}" -> userTask(key, UserTaskIntent.UPDATE, changes(body));
      default -> collection(method, path, body);
    };
  }

  private static String tail(List<String> path) {
    return path.size() > 2 ? "/" + String.join("/", path.subList(2, path.size())) : "";
  }

  /** POST {collection}/search and GET {collection}/{key}, alike for every collection. */
  private Response collection(String method, List<String> path, JsonNode body) {
    if (path.size() == 2 && ReadModel.serves(path.getFirst())) {
      if (method.equals("POST") && path.get(1).equals("search")) {
        return Response.json(new SearchQuery(body).run(camunda.readModel().all(path.getFirst())));
      }
      if (method.equals("GET")) {
        return found(find(path.getFirst(), path.get(1)));
      }
    }
    return unknown(method + " /v2/" + String.join("/", path));
  }

  private Optional<ObjectNode> find(String collection, String key) {
    return camunda.readModel().find(collection, key);
  }

  private static Response found(Optional<ObjectNode> document) {
    return document
        .map(Response::json)
        .orElseGet(() -> Response.problem(404, "NOT_FOUND", "No such key"));
  }

  private static Response xml(Optional<String> resource) {
    return resource
        .map(xml -> new Response(200, "text/xml; charset=UTF-8", xml))
        .orElseGet(() -> Response.problem(404, "NOT_FOUND", "No such process definition"));
  }

  private static Response unknown(String request) {
    return Response.problem(501, "NOT_IMPLEMENTED", "In-memory Camunda does not serve " + request);
  }

  private Response topology() {
    var topology =
        JSON.createObjectNode()
            .put("clusterSize", 1)
            .put("partitionsCount", 1)
            .put("replicationFactor", 1)
            .put("gatewayVersion", VersionUtil.getVersion())
            .put("lastCompletedChangeId", String.valueOf(camunda.purges()));
    var broker = topology.putArray("brokers").addObject();
    broker
        .put("nodeId", 0)
        .put("host", camunda.grpcAddress().getHost())
        .put("port", camunda.grpcAddress().getPort())
        .put("version", VersionUtil.getVersion());
    broker
        .putArray("partitions")
        .addObject()
        .put("partitionId", 1)
        .put("role", "leader")
        .put("health", "healthy");
    return Response.json(topology);
  }

  private Response sequenceFlows(String processInstanceKey) {
    var result = JSON.createObjectNode();
    var items = result.putArray("items");
    camunda.readModel().all("sequence-flows").stream()
        .filter(flow -> flow.path("processInstanceKey").asText().equals(processInstanceKey))
        .forEach(items::add);
    return Response.json(result);
  }

  /** Those of the task's own scope and of all scopes around it. */
  private Response variablesOf(String userTaskKey, JsonNode body) {
    var task = find("user-tasks", userTaskKey);
    if (task.isEmpty()) {
      return found(task);
    }
    var scopes = new HashSet<String>();
    var scope = task.get().path("elementInstanceKey").asText();
    while (scopes.add(scope)) {
      scope =
          find("element-instances", scope)
              .map(element -> element.path("elementInstanceScopeKey").asText())
              .orElse(scope);
    }
    var seen =
        camunda.readModel().all("variables").stream()
            .filter(variable -> scopes.contains(variable.path("scopeKey").asText()))
            .toList();
    return Response.json(new SearchQuery(body).run(seen));
  }

  private Response assign(String key, JsonNode body) {
    var override = body.path("allowOverride").asBoolean(true);
    var command =
        action(body, override ? "assign" : "claim").setAssignee(body.path("assignee").asText());
    return userTask(key, override ? UserTaskIntent.ASSIGN : UserTaskIntent.CLAIM, command);
  }

  private static UserTaskRecord action(JsonNode body, String defaultAction) {
    return new UserTaskRecord().setAction(body.path("action").asText(defaultAction));
  }

  private static UserTaskRecord withVariables(UserTaskRecord command, JsonNode body) {
    return body.hasNonNull("variables")
        ? command.setVariables(
            new UnsafeBuffer(MsgPackConverter.convertToMsgPack(body.get("variables").toString())))
        : command;
  }

  private static UserTaskRecord changes(JsonNode body) {
    var command = action(body, "update");
    var changes = body.path("changeset");
    if (changes.hasNonNull("candidateGroups")) {
      command
          .setCandidateGroupsList(texts(changes.get("candidateGroups")))
          .setCandidateGroupsChanged();
    }
    if (changes.hasNonNull("candidateUsers")) {
      command
          .setCandidateUsersList(texts(changes.get("candidateUsers")))
          .setCandidateUsersChanged();
    }
    if (changes.hasNonNull("dueDate")) {
      command.setDueDate(changes.get("dueDate").asText()).setDueDateChanged();
    }
    if (changes.hasNonNull("followUpDate")) {
      command.setFollowUpDate(changes.get("followUpDate").asText()).setFollowUpDateChanged();
    }
    if (changes.hasNonNull("priority")) {
      command.setPriority(changes.get("priority").asInt()).setPriorityChanged();
    }
    return command;
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private Response userTask(String key, UserTaskIntent intent, UserTaskRecord command) {
    var userTaskKey = Long.parseLong(key);
    var answer =
        camunda
            .engine()
            .execute(userTaskKey, ValueType.USER_TASK, intent, command.setUserTaskKey(userTaskKey));
    if (answer.getRecordType() != RecordType.COMMAND_REJECTION) {
      return NO_CONTENT;
    }
    var status =
        switch (answer.getRejectionType()) {
          case NOT_FOUND -> 404;
          case INVALID_STATE, ALREADY_EXISTS -> 409;
          case INVALID_ARGUMENT -> 400;
          default -> 500;
        };
    return Response.problem(status, answer.getRejectionType().name(), answer.getRejectionReason());
  }
}
