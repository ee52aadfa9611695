package id.pkh.platform.web;

/** Converts names to the form that they have on the wire. */
final class SnakeCase {

    private SnakeCase() {}

    static String of(String name) {
        StringBuilder snake = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean starts =
                    Character.isUpperCase(c)
                            && i > 0
                            && (Character.isLowerCase(name.charAt(i - 1))
                                    || Character.isDigit(name.charAt(i - 1)));
            snake.append(starts ? "_" : "").append(Character.toLowerCase(c));
        }
        return snake.toString();
    }
}
