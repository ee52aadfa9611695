package id.pkh.meeting.plan;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** When it took place. */
public record PlanCompletionRequest(@NotNull LocalDate doneOn) {}
