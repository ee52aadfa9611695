package id.pkh.verification.plantedother;

import id.pkh.verification.plantedfeature.PlantedFeature;

/** Planted for the architecture test: the other half of a knot of two features. */
public class PlantedOther {

    PlantedFeature feature;
}
