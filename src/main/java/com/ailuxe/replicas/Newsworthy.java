package com.ailuxe.replicas;

import com.ailuxe.shared.Identifier;

/** An entity whose every change is news. */
public interface Newsworthy {
  /** What kind of thing it is news of, as in {@link News.Change#topic()}. */
  String newsTopic();

  /** The agency that it belongs to. */
  Identifier newsAgency();

  /** The thing that looks different now: the entity, or what it is a part of. */
  Identifier newsSubject();
}
