package com.ailuxe.rendering;

import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Writes the description of an image: to load it would tell its owner who reads it, and when. */
final class WithoutImages implements NodeRenderer {
  private final HtmlNodeRendererContext context;

  WithoutImages(HtmlNodeRendererContext context) {
    this.context = context;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Image.class);
  }

  @Override
  public void render(Node image) {
    for (var part = image.getFirstChild(); part != null; part = part.getNext()) {
      context.render(part);
    }
  }
}
