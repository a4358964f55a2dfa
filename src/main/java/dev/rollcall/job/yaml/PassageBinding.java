package dev.rollcall.job.yaml;

import java.util.Optional;

/** How a passage is written: as any text. */
public final class PassageBinding implements Binding<Passage> {

  @Override
  public Optional<Passage> bind(Node node, Binder binder) {
    return binder
        .scalar(node, "a text")
        .flatMap(
            scalar ->
                binder
                    .follow(node, scalar)
                    .map(
                        text ->
                            new Passage(
                                text,
                                text.equals(scalar.text()) ? scalar.written() : "",
                                scalar.position())));
  }
}
