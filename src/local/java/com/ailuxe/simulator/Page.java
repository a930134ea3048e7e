package com.ailuxe.simulator;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The page with the phone: plain files, always fetched anew. */
final class Page {
  private static final String FILES = "simulator/";
  private static final MediaType CSS = MediaType.valueOf("text/css");
  private static final MediaType SCRIPT = MediaType.valueOf("text/javascript");

  private Page() {}

  static RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/", request -> file("index.html", MediaType.TEXT_HTML))
        .GET("/simulator/{file:[a-z]+\\.css}", request -> file(name(request), CSS))
        .GET("/simulator/{file:[a-z]+\\.js}", request -> file(name(request), SCRIPT))
        .build();
  }

  private static String name(ServerRequest request) {
    return request.pathVariable("file");
  }

  private static ServerResponse file(String name, MediaType type) {
    return ServerResponse.ok()
        .contentType(new MediaType(type, StandardCharsets.UTF_8))
        .header("Cache-Control", "no-cache")
        .header("Content-Security-Policy", "default-src 'self'; img-src 'self' blob: data:")
        .body(new ClassPathResource(FILES + name));
  }
}
