package id.pkh.meeting.plan.domain;

import java.time.LocalDate;
import java.time.LocalTime;

/** A day and an hour at which a facilitator is at one place. */
public record Slot(LocalDate day, LocalTime at) {}
