package id.pkh.meeting.grouping;

import id.pkh.meeting.group.GroupCode;
import id.pkh.meeting.grouping.Proposals.Proposal;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Puts a family of a proposal into another group: one of the village, or a new one. */
@ApplicationScoped
class ChangeProposal {

    private final Proposals proposals;
    private final Clock clock;

    ChangeProposal(Proposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID id, ProposalChangeRequest request, AreaScope areas, String by) {
        Proposal proposal = proposals.lockOpen(id, request.version(), areas);
        String code = groupCode(request.groupCode(), proposal.villageCode());
        if (!proposals.change(id, request.kpmId(), code, clock.instant(), by)) {
            throw Refused.because("FAMILY_NOT_PROPOSED").with("kpm_id", request.kpmId());
        }
        proposals.raiseVersion(id);
    }

    /** A code of the village, or a refusal. */
    static String groupCode(String written, String village) {
        String code = GroupCode.normalise(written);
        if (!GroupCode.isWellFormed(code)) {
            throw Refused.because("GROUP_CODE_INVALID").with("group_code", code);
        }
        if (!GroupCode.villageOf(code).equals(village)) {
            throw Refused.because("GROUP_OF_OTHER_VILLAGE")
                    .with("group_code", code)
                    .with("village_code", village);
        }
        return code;
    }
}
