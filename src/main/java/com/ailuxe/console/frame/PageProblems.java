package com.ailuxe.console.frame;

import com.ailuxe.contract.ContractTampered;
import com.ailuxe.conversation.HandoverRefused;
import com.ailuxe.journey.EngineAway;
import jakarta.servlet.http.HttpServletRequest;
import java.util.NoSuchElementException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says within the page what went wrong and what to do. A part of a page that was asked for comes as
 * a notice that stands beside what is there already.
 */
@Order(-1)
@ControllerAdvice(annotations = Page.class)
class PageProblems {
  private final PageFrame frames;

  PageProblems(PageFrame frames) {
    this.frames = frames;
  }

  @ExceptionHandler
  ModelAndView refused(HandoverRefused refused, HttpServletRequest request) {
    return problem(
        HttpStatus.CONFLICT, "Nothing was changed", String.valueOf(refused.getMessage()), request);
  }

  /** An id that is no id, is unknown or is of another agency: who asks cannot tell them apart. */
  @ExceptionHandler({NoSuchElementException.class, MethodArgumentTypeMismatchException.class})
  ModelAndView missing(HttpServletRequest request) {
    return problem(
        HttpStatus.NOT_FOUND,
        "There is no such thing here",
        "It may have another address, or belong to another agency. Look for it in one of the rooms.",
        request);
  }

  @ExceptionHandler
  ModelAndView notAllowed(AccessDeniedException refused, HttpServletRequest request) {
    return problem(
        HttpStatus.FORBIDDEN,
        "You may look at this, and not change it",
        "Nothing was changed. Ask a colleague who may.",
        request);
  }

  @ExceptionHandler
  ModelAndView away(EngineAway away, HttpServletRequest request) {
    return problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The engine does not answer",
        "Nothing was changed. Please try again in a moment.",
        request);
  }

  @ExceptionHandler
  ModelAndView changed(ContractTampered changed, HttpServletRequest request) {
    return problem(
        HttpStatus.CONFLICT,
        "This is not the file that was issued",
        "The stored document was changed afterwards, so it is not shown. Its evidence page still is.",
        request);
  }

  @ExceptionHandler
  ModelAndView busy(TransientDataAccessException busy, HttpServletRequest request) {
    return problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        "Nothing was changed",
        "Many work on the same thing at this moment. Please try again.",
        request);
  }

  private ModelAndView problem(
      HttpStatus status, String title, String detail, HttpServletRequest request) {
    var view = request.getHeader("HX-Request") == null ? "problem" : "notice";
    return new ModelAndView(view, status)
        .addObject("frame", frames.frame(request))
        .addObject("_csrf", frames.csrf(request))
        .addObject("title", title)
        .addObject("detail", detail)
        .addObject("status", status.value());
  }
}
