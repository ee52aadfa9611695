package id.pkh.disbursement.payment.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import id.pkh.disbursement.entitlement.domain.EntitlementLine;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import id.pkh.disbursement.sanction.domain.LadderStep;
import id.pkh.platform.messaging.envelope.WireFormat;
import java.util.List;
import java.util.UUID;

/** Entitlement lines and ladder steps as JSON columns. */
public final class PaymentJson {

    private static final TypeReference<List<LineJson>> LINES = new TypeReference<>() {};
    private static final TypeReference<List<StepJson>> STEPS = new TypeReference<>() {};

    private PaymentJson() {}

    static String ofLines(List<EntitlementLine> lines) {
        return write(
                lines.stream()
                        .map(
                                line ->
                                        new LineJson(
                                                line.memberId(),
                                                line.component(),
                                                line.amount().amount(),
                                                line.reason()))
                        .toList());
    }

    public static List<EntitlementLine> lines(String json) {
        return read(json, LINES).stream()
                .map(
                        line ->
                                new EntitlementLine(
                                        line.memberId(),
                                        line.component(),
                                        Rupiah.of(line.amountIdr()),
                                        line.reason()))
                .toList();
    }

    static String ofSteps(List<LadderStep> steps) {
        return write(
                steps.stream()
                        .map(
                                step ->
                                        new StepJson(
                                                step.step(),
                                                step.cause(),
                                                step.period(),
                                                step.rung(),
                                                step.isProtected()))
                        .toList());
    }

    static List<LadderStep> steps(String json) {
        return read(json, STEPS).stream()
                .map(
                        step ->
                                new LadderStep(
                                        step.step(),
                                        step.cause(),
                                        step.period(),
                                        step.rung(),
                                        step.isProtected()))
                .toList();
    }

    private static String write(Object value) {
        try {
            return WireFormat.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return WireFormat.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    record LineJson(UUID memberId, String component, long amountIdr, String reason) {}

    record StepJson(String step, String cause, String period, int rung, boolean isProtected) {}
}
