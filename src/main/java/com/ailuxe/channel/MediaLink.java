package com.ailuxe.channel;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a file can be fetched, for a short time. It is not logged: the address may be all that it
 * takes.
 *
 * @param authorization the header of that name, if one is needed
 */
record MediaLink(URI address, @Nullable String authorization) {
  @Override
  public String toString() {
    return "MediaLink[***]";
  }
}
