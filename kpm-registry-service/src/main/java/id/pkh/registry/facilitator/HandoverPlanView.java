package id.pkh.registry.facilitator;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "HandoverPlan", description = "The hand-over of each village.")
public record HandoverPlanView(List<HandoverView> handovers) {}
