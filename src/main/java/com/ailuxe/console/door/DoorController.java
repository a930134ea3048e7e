package com.ailuxe.console.door;

import com.ailuxe.agency.Agencies;
import com.ailuxe.agency.AgencyProfile;
import com.ailuxe.console.frame.Page;
import com.ailuxe.console.frame.Room;
import com.ailuxe.staff.SignInDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, in the brand of the agency whose short name its address has. */
@Page
class DoorController {
  private static final String VIEW = "sign-in";

  private final Agencies agencies;

  DoorController(Agencies agencies) {
    this.agencies = agencies;
  }

  /** Why somebody was not let in, and what to do. */
  public record Refusal(String title, String detail) {}

  @GetMapping("/")
  String first() {
    return "redirect:" + Room.values()[0].path();
  }

  @GetMapping("/sign-in")
  String page(
      @RequestParam(defaultValue = "") String agency,
      @RequestParam(defaultValue = "") String to,
      Model model) {
    return page(agency, to, "", model);
  }

  @GetMapping("/sign-in/{agency}")
  String pageOf(
      @PathVariable String agency, @RequestParam(defaultValue = "") String to, Model model) {
    return page(agency, to, "", model);
  }

  /** The sign-in that the door refused comes here, with what was typed. */
  @PostMapping("/sign-in/refused")
  String refused(
      @RequestParam(name = SignInDetails.AGENCY, defaultValue = "") String agency,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String name,
      HttpServletResponse response,
      Model model) {
    model.addAttribute(
        "refused",
        switch (response.getStatus()) {
          case 429 ->
              new Refusal("Too many sign-ins failed", "Please wait a few minutes, then try again.");
          case 503 ->
              new Refusal(
                  "Signing in does not work right now",
                  "Nothing is wrong with what you typed. Please try again in a moment.");
          default -> new Refusal("Name or password is wrong", "Please check both and try again.");
        });
    return page(agency, to, name, model);
  }

  private String page(String agency, String to, String name, Model model) {
    find(agency).ifPresent(found -> model.addAttribute("agency", found));
    model.addAttribute("to", to).addAttribute("name", name);
    return VIEW;
  }

  /** The agency's logo; without one, its first letter. */
  @GetMapping("/sign-in/logo/{agency}")
  ResponseEntity<byte[]> logo(@PathVariable String agency) {
    var logo = find(agency).map(found -> agencies.brand(found.id()).logo()).orElse(null);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
        .contentType(logo == null ? MediaType.valueOf("image/svg+xml") : type(logo))
        .body(logo == null ? initial(agency) : logo);
  }

  private static MediaType type(byte[] logo) {
    return logo[0] == (byte) 0xff ? MediaType.IMAGE_JPEG : MediaType.IMAGE_PNG;
  }

  private static byte[] initial(String agency) {
    var letter =
        agency
            .codePoints()
            .filter(Character::isLetterOrDigit)
            .mapToObj(Character::toString)
            .findFirst()
            .orElse("A");
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#16130e"/>\
    <text x="32" y="43" text-anchor="middle" font-family="Didot,'Times New Roman',serif" font-size="34" fill="#c9a24b">%s</text></svg>"""
        .formatted(letter.toUpperCase(Locale.ROOT))
        .getBytes(StandardCharsets.UTF_8);
  }

  private Optional<AgencyProfile> find(@Nullable String agency) {
    return agency == null || agency.isBlank() || agency.indexOf('\0') >= 0
        ? Optional.empty()
        : agencies.named(agency);
  }
}
