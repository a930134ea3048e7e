package com.ailuxe.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/** What a provider answers: a status and JSON. */
record Answer(int status, JsonNode body) {
  static Answer ok(JsonNode body) {
    return new Answer(200, body);
  }
}
