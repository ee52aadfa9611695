package id.pkh.district.bank;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** How often a bank misbehaves in each way, and in which it has. */
public final class Mischief {

    private static final int PERMILLE = 1_000;

    private final Map<Misbehaviour, Integer> permille;
    private final Set<Misbehaviour> seen = EnumSet.noneOf(Misbehaviour.class);

    private Mischief(Map<Misbehaviour, Integer> permille) {
        this.permille = permille;
    }

    /** A bank that does all that was agreed. */
    public static Mischief none() {
        return new Mischief(new EnumMap<>(Misbehaviour.class));
    }

    /** The same bank, which besides misbehaves in this way so often. */
    public Mischief with(Misbehaviour misbehaviour, int howOften) {
        Map<Misbehaviour, Integer> more = new EnumMap<>(Misbehaviour.class);
        more.putAll(permille);
        more.put(misbehaviour, howOften);
        return new Mischief(more);
    }

    boolean happens(Misbehaviour misbehaviour, Random dice) {
        int often = permille.getOrDefault(misbehaviour, 0);
        boolean happens = often > 0 && dice.nextInt(PERMILLE) < often;
        if (happens) {
            seen.add(misbehaviour);
        }
        return happens;
    }

    /** In which ways the bank has misbehaved. */
    public Set<Misbehaviour> seen() {
        return Set.copyOf(seen);
    }
}
