package id.pkh.registry.dci;

import java.util.List;

/**
 * A signed answer.
 *
 * @param body the envelope as it is sent
 * @param results what became of each request
 */
record Answer(String correlationId, String body, List<ItemResult> results) {}
