package id.pkh.verification.status.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "FamilyComplianceList",
        description = "Those of the families that take part and live in your areas.")
record ComplianceStatusListView(List<ComplianceStatusView> items) {}
