package id.pkh.registry.intake;

import id.pkh.platform.web.Refused;
import java.util.List;

/** Refuses a request for the first thing that is wrong with it, and lists the others. */
public final class RequestDefects {

    /** One thing that is wrong; without the value, which may identify a person. */
    public record Shown(String field, String code, String expected) {}

    private RequestDefects() {}

    public static void refuseIfAny(Reading reading) {
        List<Defect> defects = reading.defects();
        if (defects.isEmpty()) {
            return;
        }
        Defect first = defects.get(0);
        throw Refused.because(first.code())
                .with("field", first.field())
                .with("expected", first.expected())
                .with(
                        "defects",
                        defects.stream()
                                .map(d -> new Shown(d.field(), d.code(), d.expected()))
                                .toList());
    }

    public static Refused refused(String code, String field, String expected) {
        return Refused.because(code).with("field", field).with("expected", expected);
    }
}
