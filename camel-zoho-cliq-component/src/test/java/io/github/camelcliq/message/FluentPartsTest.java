package io.github.camelcliq.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parts are put together in the order a reader thinks of them. */
class FluentPartsTest {

    @Test
    void anAddressForEachDevice() {
        assertThat(OpenUrl.web("https://a")
                        .windows("https://b")
                        .iOS("tel:1")
                        .android("sms:2")
                        .build())
                .isEqualTo(new OpenUrl("https://a", "https://b", "tel:1", "sms:2", null));
        assertThat(OpenUrl.web("https://a").build()).isEqualTo(new OpenUrl("https://a"));
    }

    static Stream<List<Slide.Builder>> slidesWithAButtonOfEachSpelling() {
        Button.Builder go = Button.labelled("Go").copy("x");
        Button built = go.build();
        return Stream.of(
                List.of(Slide.table("a").button(go), Slide.table("a").button(built)),
                List.of(Slide.list("a").button(go), Slide.list("a").button(built)),
                List.of(Slide.labels().button(go), Slide.labels().button(built)),
                List.of(
                        Slide.images("https://a").button(go),
                        Slide.images("https://a").button(built)),
                List.of(Slide.text("a").button(go), Slide.text("a").button(built)),
                List.of(
                        Slide.percentageChart().button(go),
                        Slide.percentageChart().button(built)),
                List.of(Slide.graph().button(go), Slide.graph().button(built)));
    }

    @ParameterizedTest
    @MethodSource("slidesWithAButtonOfEachSpelling")
    void aSlideTakesAButtonThatIsStillBeingBuilt(List<Slide.Builder> slides) {
        assertThat(slides.get(0).build()).isEqualTo(slides.get(1).build());
        assertThat(slides.get(0).build().buttons()).hasSize(1);
    }
}
