package id.pkh.disbursement.cycle.rest;

import id.pkh.disbursement.reason.Reason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why the cycle cannot wait for its quarter.")
record QuarterWaiverRequest(@Schema(required = true, maxLength = Reason.MAX_CHARS) String reason) {}
