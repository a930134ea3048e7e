package com.ailuxe.console.frame;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What belongs to no room. */
@Page
class FrameController {
  /** Every component in every state, for whoever builds the next page. */
  @GetMapping("/console/patterns")
  String patterns(Model model) {
    model.addAttribute("lines", 3);
    return "patterns";
  }

  /** Open pages ask here whether the session is still good. */
  @GetMapping("/console/me")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void me() {
    // whoever gets here is signed in
  }
}
