package id.pkh.disbursement.exceptions.domain;

import java.time.LocalDate;
import java.util.Map;

/**
 * How long banks may take to respond, and how fresh an account has to be to be looked at before it
 * is paid. The deadlines of exceptions are set by the database when an exception is found.
 *
 * @param accountChangedDays an account that was confirmed so many days before a cycle, or fewer, is
 *     a finding
 * @param bankDays by bank; a bank that is not listed has the time of the setting
 */
public record ReconciliationTerms(
        String policyCode,
        LocalDate validFrom,
        int accountChangedDays,
        Map<String, Integer> bankDays) {}
