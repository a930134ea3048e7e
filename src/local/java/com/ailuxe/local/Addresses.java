package com.ailuxe.local;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/** Where everything is, as a table for whoever started it. */
record Addresses(LocalStackSettings settings, SimulatedProviders simulator) {
  @Override
  public String toString() {
    var rows = new LinkedHashMap<String, String>();
    rows.put("Console", "http://localhost:%d (demo@luxe / demo)".formatted(settings.appPort()));
    rows.put(
        "Health", "http://localhost:%d/actuator/health".formatted(settings.appManagementPort()));
    rows.put("Simulator", simulator.page().toString());
    if (settings.camunda() == CamundaMode.FULL) {
      rows.put("Operate", pages("operate"));
      rows.put("Tasklist", pages("tasklist"));
    }
    if (settings.camunda() != CamundaMode.NONE) {
      rows.put("Camunda", settings.camundaPorts().grpcAddress() + " (gRPC)");
    }
    rows.put(
        "PostgreSQL",
        "jdbc:postgresql://localhost:%d/ailuxe (ailuxe / ailuxe)"
            .formatted(settings.postgresPort()));
    rows.put("Logs", settings.logs().toString());
    return rows.entrySet().stream()
        .map(row -> "        %-10s  %s".formatted(row.getKey(), row.getValue()))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private String pages(String name) {
    return "http://localhost:%d/%s (demo / demo)".formatted(settings.camundaHttpPort(), name);
  }
}
