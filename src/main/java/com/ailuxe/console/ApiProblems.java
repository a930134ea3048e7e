package com.ailuxe.console;

import com.ailuxe.conversation.HandoverRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Tells staff why a call failed and what to do, as a problem document (RFC 9457). */
@RestControllerAdvice
class ApiProblems extends ResponseEntityExceptionHandler {
  /** Callers know these by the words that HTTP had for them before RFC 9110. */
  private static final Map<HttpStatusCode, String> TITLES =
      Map.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "Unprocessable Entity",
          HttpStatus.CONTENT_TOO_LARGE, "Payload Too Large");

  @ExceptionHandler
  ProblemDetail refused(HandoverRefused refused) {
    return problem(
        HttpStatus.CONFLICT,
        refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        String.valueOf(refused.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail missing(NoSuchElementException missing) {
    return problem(
        HttpStatus.NOT_FOUND, "not-found", "Your agency has no such thing; look up its id");
  }

  @ExceptionHandler
  ProblemDetail busy(TransientDataAccessException busy) {
    return problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "busy",
        "Nothing was changed; please try again in a moment");
  }

  @ExceptionHandler
  ProblemDetail unreadable(MultipartException unreadable) {
    return problem(HttpStatus.BAD_REQUEST, "body-unreadable", "No call takes such a body");
  }

  /** Whoever opens a page gets a page; all others get the problem as a document. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception exception,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (request instanceof ServletWebRequest call
        && !call.getRequest().getRequestURI().startsWith("/api/")
        && call.getResponse() != null
        && !call.getResponse().isCommitted()) {
      try {
        call.getResponse().sendError(status.value());
        return null;
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
    return super.handleExceptionInternal(exception, body, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem = invalid(status, inBody(invalid));
    return handleExceptionInternal(invalid, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem =
        invalid(
            status,
            Stream.concat(
                invalid.getBeanResults().stream().flatMap(ApiProblems::inBody),
                invalid.getValueResults().stream().flatMap(ApiProblems::inParameter)));
    return handleExceptionInternal(invalid, problem, headers, status, request);
  }

  private static ProblemDetail invalid(HttpStatusCode status, Stream<String> faults) {
    return problem(
        status,
        "invalid",
        faults.sorted().collect(Collectors.joining("; ", "Correct this and send it again: ", "")));
  }

  private static Stream<String> inBody(Errors body) {
    return body.getFieldErrors().stream()
        .map(error -> error.getField() + " " + error.getDefaultMessage());
  }

  private static Stream<String> inParameter(ParameterValidationResult parameter) {
    return parameter.getResolvableErrors().stream()
        .map(
            error ->
                parameter.getMethodParameter().getParameterName()
                    + " "
                    + error.getDefaultMessage());
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem =
        problem(
            status,
            "body-unreadable",
            "The body is not the JSON object that this call takes; see the table of calls in src/docs/api.md");
    return handleExceptionInternal(unreadable, problem, headers, status, request);
  }

  static ProblemDetail problem(HttpStatusCode status, String type, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:ailuxe:api:" + type));
    problem.setTitle(TITLES.get(status));
    return problem;
  }
}
