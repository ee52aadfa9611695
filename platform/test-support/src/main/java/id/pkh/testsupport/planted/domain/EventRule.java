package id.pkh.testsupport.planted.domain;

import id.pkh.contracts.Event;

/** Planted: a rule that knows the events between services. */
public record EventRule(Event event) {}
