package id.pkh.meeting.p2k2;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The material of a day, in its order. */
@Schema(name = "P2k2Material")
public record MaterialView(String policyCode, LocalDate validFrom, List<SessionView> sessions) {}
