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
 * signed: so many bytes. What the request says about them (a form, several parts, compressed, some
 * charset) is hidden, because each of these would make the container, Spring or Camel change the
 * bytes or fail on them. So is the query of a call that brings a body, as its proof stands in a
 * header, and every log has addresses.
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

  /** By what the container makes of the address, which is where the call would go. */
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
    private static final Set<String> HIDDEN =
        Set.of("content-type", "content-encoding", "transfer-encoding");

    private final WebhookBodies.Body body;
    private final boolean bringsBody;

    OpaqueRequest(HttpServletRequest request, WebhookBodies.Body body) {
      super(request);
      this.body = body;
      this.bringsBody = !HttpMethod.GET.matches(request.getMethod());
    }

    @Override
    public @Nullable String getQueryString() {
      return bringsBody ? null : super.getQueryString();
    }

    @Override
    public @Nullable String getParameter(String name) {
      return bringsBody ? null : super.getParameter(name);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return bringsBody ? null : super.getParameterValues(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return bringsBody ? Map.of() : super.getParameterMap();
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return bringsBody ? Collections.emptyEnumeration() : super.getParameterNames();
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
      return isHidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
      List<String> names = Collections.list(super.getHeaderNames());
      names.removeIf(OpaqueRequest::isHidden);
      return Collections.enumeration(names);
    }

    /** Meta's handshake stands in the query alone. */
    private static boolean isHidden(String header) {
      var name = header.toLowerCase(Locale.ROOT);
      return HIDDEN.contains(name) || name.startsWith("hub.");
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
