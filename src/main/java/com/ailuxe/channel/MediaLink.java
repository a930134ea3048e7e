package com.ailuxe.channel;

import java.net.URI;

/**
 * Where a file can be fetched, for a short time. It is not logged: the address may be all that it
 * takes.
 */
record MediaLink(URI address) {
  @Override
  public String toString() {
    return "MediaLink[***]";
  }
}
