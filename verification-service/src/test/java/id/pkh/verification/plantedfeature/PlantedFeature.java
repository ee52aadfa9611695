package id.pkh.verification.plantedfeature;

import id.pkh.verification.plantedother.PlantedOther;

/** Planted for the architecture test: a feature that another one depends on, and that needs it. */
public class PlantedFeature {

    PlantedOther other;
}
