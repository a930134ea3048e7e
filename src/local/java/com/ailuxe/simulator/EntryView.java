package com.ailuxe.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A line of a chat as the control API shows it: flat, with its state and the file's address. */
final class EntryView {
  private EntryView() {}

  static ObjectNode of(Entry entry) {
    var view = Json.tree(entry);
    var content = (ObjectNode) view.remove("content");
    view.setAll(content);
    view.put("status", entry.status().name());
    if (view.get("file") instanceof ObjectNode file) {
      file.put("url", "/simulator/api/files/" + file.path("mediaId").asText());
    }
    return view;
  }
}
