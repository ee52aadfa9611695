package id.pkh.verification.decision;

import id.pkh.verification.decision.domain.NoticePolicy;
import java.time.LocalDate;

/** The policies of notices and appeals in the database. */
public interface NoticePolicies {

    NoticePolicy inForceOn(LocalDate day);
}
