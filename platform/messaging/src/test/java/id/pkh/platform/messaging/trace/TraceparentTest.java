package id.pkh.platform.messaging.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.Test;

class TraceparentTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String EVENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String SAME = "00-" + TRACE + "-b7ad6b7169203331-01";
    private static final String OTHER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void aContextSurvivesTheWay() {
        assertThat(Traceparent.of(Traceparent.spanOf(EVENT))).isEqualTo(EVENT);
        assertThat(Traceparent.spanOf(EVENT.replace("-01", "-00")).isSampled()).isFalse();
        assertThat(Traceparent.spanOf(EVENT).isSampled()).isTrue();
    }

    @Test
    void whatIsNoContextNamesNoSpan() {
        assertThat(Traceparent.spanOf(null).isValid()).isFalse();
        assertThat(Traceparent.spanOf("00-" + "0".repeat(32) + "-00f067aa0ba902b7-01").isValid())
                .isFalse();
        assertThat(Traceparent.spanOf(EVENT + "-more").isValid()).isFalse();
    }

    @Test
    void aStepStaysInTheTrace() {
        String step = Traceparent.childOf(EVENT);
        assertThat(step).isNotEqualTo(EVENT).startsWith("00-" + TRACE + "-").endsWith("-01");
        assertThat(Traceparent.isOne(step)).isTrue();
        assertThat(Traceparent.isOne(Traceparent.childOf("nonsense"))).isTrue();
    }

    @Test
    void whatIsDoneBecauseOfAnEventIsInItsTraceWhateverSpanIsBeingMade() {
        assertThat(Traceparent.withCause(EVENT)).startsWith("00-" + TRACE + "-");
        assertThat(within(SAME)).isEqualTo(SAME);
        assertThat(within(OTHER)).isEqualTo(EVENT);
    }

    private static String within(String span) {
        try (Scope current = Span.wrap(Traceparent.spanOf(span)).makeCurrent()) {
            return Traceparent.withCause(EVENT);
        }
    }
}
