package com.ailuxe.channel;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens a door to those who call it by its very name, and keeps a webhook's body what the provider
 * signed: so many bytes. Of all else that the call says only what proves the provider passes: the
 * container, Spring and Camel would change the bytes by some of the rest (a form, several parts,
 * compressed, some charset), or fail on it. A proof of a call that brings a body stands in a
 * header, not in the query, as every log has addresses.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WebhookBodyFilter extends OncePerRequestFilter {
  private static final Pattern DOOR = Pattern.compile(WebhookServlet.PATH + "/[a-z]+");

  private final WebhookBodies bodies;
  private final WebhookProblems problems;

  WebhookBodyFilter(WebhookBodies bodies, WebhookProblems problems) {
    this.bodies = bodies;
    this.problems = problems;
  }

  /** Goes by what the container makes of the address, which is where the call would go. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !WebhookServlet.PATH.equals(request.getServletPath());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var address = request.getRequestURI().substring(request.getContextPath().length());
    if (!DOOR.matcher(address).matches()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try (var body = bodies.read(request)) {
      chain.doFilter(new OpaqueRequest(request, body), response);
    } catch (WebhookRefused refused) {
      refuse(response, refused);
    }
  }

  /** The rest of the body is not waited for. */
  private void refuse(HttpServletResponse response, WebhookRefused refused) throws IOException {
    response.setStatus(refused.reason().status().value());
    response.setHeader(HttpHeaders.CONNECTION, "close");
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(problems.body(refused.reason(), String.valueOf(refused.getMessage())));
  }

  private static final class OpaqueRequest extends HttpServletRequestWrapper {
    private static final Set<String> HEADERS =
        Set.of("x-hub-signature-256", "x-telegram-bot-api-secret-token");

    /** Meta's handshake stands in the query alone. */
    private static final Set<String> PARAMETERS =
        Set.of("hub.mode", "hub.verify_token", "hub.challenge");

    private static final Pattern READABLE = Pattern.compile("[ -~]+");

    private final WebhookBodies.Body body;
    private final Map<String, String[]> parameters;

    OpaqueRequest(HttpServletRequest request, WebhookBodies.Body body) {
      super(request);
      this.body = body;
      this.parameters = HttpMethod.GET.matches(request.getMethod()) ? handshake(request) : Map.of();
    }

    private static Map<String, String[]> handshake(HttpServletRequest request) {
      return PARAMETERS.stream()
          .filter(name -> request.getParameter(name) != null)
          .collect(Collectors.toUnmodifiableMap(name -> name, request::getParameterValues));
    }

    @Override
    public @Nullable String getQueryString() {
      return null;
    }

    @Override
    public @Nullable String getParameter(String name) {
      var values = parameters.get(name);
      return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return parameters.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }

    @Override
    public ServletInputStream getInputStream() {
      return new Bytes(body.stream());
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public int getContentLength() {
      return body.length();
    }

    @Override
    public long getContentLengthLong() {
      return body.length();
    }

    @Override
    public String getContentType() {
      return MediaType.APPLICATION_OCTET_STREAM_VALUE;
    }

    @Override
    public @Nullable String getCharacterEncoding() {
      return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
      return isShown(name) ? super.getHeader(name) : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return isShown(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      List<String> names = Collections.list(super.getHeaderNames());
      names.removeIf(name -> !isShown(name));
      return Collections.enumeration(names);
    }

    private boolean isShown(String header) {
      return HEADERS.contains(header.toLowerCase(Locale.ROOT))
          && Collections.list(super.getHeaders(header)).stream()
              .allMatch(value -> READABLE.matcher(value).matches());
    }
  }

  private static final class Bytes extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Bytes(ByteArrayInputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return bytes.read(target, offset, length);
    }

    @Override
    public int available() {
      return bytes.available();
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("The body is in memory: read it");
    }
  }
}
