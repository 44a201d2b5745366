package org.attest.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forces as tiles of equal size, roughly where they lie: a share is a measure, so small forces do not vanish. */
final class TileMap {

    private static final int STEP = 71;
    private static final int SIZE = 66;
    private static final int PIP = 8;
    private static final int PIP_STEP = 12;

    /** Slug, code on the tile, column, row. */
    private static final String PLACES = """
            avon-and-somerset AVS 2 7
            bedfordshire BED 5 6
            btp BTP 0 1
            cambridgeshire CAM 5 5
            cheshire CHE 2 4
            city-of-london COL 6 8
            cleveland CLV 5 1
            cumbria CUM 3 1
            derbyshire DER 4 4
            devon-and-cornwall DVC 1 8
            dorset DOR 2 8
            durham DUR 4 1
            dyfed-powys DYP 1 5
            essex ESX 6 7
            gloucestershire GLO 2 6
            greater-manchester GMP 3 3
            gwent GWT 1 6
            hampshire HAM 3 8
            hertfordshire HRT 5 7
            humberside HUM 5 3
            kent KNT 6 9
            lancashire LAN 3 2
            leicestershire LEI 4 5
            lincolnshire LIN 6 4
            merseyside MER 2 3
            metropolitan MET 5 8
            norfolk NFK 6 5
            north-wales NWA 1 4
            north-yorkshire NYK 5 2
            northamptonshire NPT 4 6
            northumbria NBR 4 0
            nottinghamshire NOT 5 4
            south-wales SWA 0 6
            south-yorkshire SYK 4 3
            staffordshire STA 3 4
            suffolk SFK 6 6
            surrey SRY 4 8
            sussex SUS 5 9
            thames-valley TVP 4 7
            warwickshire WAR 3 6
            west-mercia WMC 2 5
            west-midlands WMD 3 5
            west-yorkshire WYK 4 2
            wiltshire WIL 3 7
            """;

    private record Place(String code, int column, int row) {}

    private static final Map<String, Place> BY_SLUG = new LinkedHashMap<>();

    static {
        PLACES.lines()
                .map(line -> line.split(" "))
                .forEach(p -> BY_SLUG.put(p[0], new Place(p[1], Integer.parseInt(p[2]), Integer.parseInt(p[3]))));
    }

    private TileMap() {}

    /**
     * One force on the map; lengths in units of the drawing.
     *
     * @param shade a to d, from below 60 to 80 percent and over, or hidden
     * @param value what stands on it
     * @param label the same in words, for who does not see the map
     */
    record Tile(String slug, String code, int x, int y, String shade, String value, String label, boolean flagged) {

        public int middle() {
            return x + SIZE / 2;
        }

        public int codeLine() {
            return y + 21;
        }

        public int valueLine() {
            return y + 44;
        }

        public int pipLine() {
            return y + 55;
        }

        public boolean isDark() {
            return shade.equals("c") || shade.equals("d");
        }

        /** Left edges of the pips: none to three, so that the shade reads without colour. */
        public List<Integer> pips() {
            int count =
                    switch (shade) {
                        case "b" -> 1;
                        case "c" -> 2;
                        case "d" -> 3;
                        default -> 0;
                    };
            var pips = new ArrayList<Integer>();
            int left = middle() - (count * PIP + (count - 1) * (PIP_STEP - PIP)) / 2;
            for (int i = 0; i < count; i++) pips.add(left + i * PIP_STEP);
            return pips;
        }

        /** The turned-down corner of a force far below the median. */
        public String corner() {
            return "M" + (x + 48) + " " + y + "h13a5 5 0 0 1 5 5v13z";
        }
    }

    static boolean knows(String slug) {
        return BY_SLUG.containsKey(slug);
    }

    /** The forces that have a place on the map. */
    static List<Tile> of(List<SideBySide.Line> lines) {
        return lines.stream()
                .filter(line -> knows(line.slug()))
                .map(TileMap::tile)
                .toList();
    }

    private static Tile tile(SideBySide.Line line) {
        var place = BY_SLUG.get(line.slug());
        var shade = line.isHidden() ? "hidden" : shade(line.percent());
        var value =
                switch (line.told()) {
                    case EXACTLY -> line.percent() + "%";
                    case OVER -> ">" + line.percent() + "%";
                    case UNDER -> "<" + line.percent() + "%";
                    case HIDDEN -> "–";
                };
        var label = place.code + " " + value + ", " + line.name()
                + switch (line.told()) {
                    case EXACTLY -> line.isFarBelow() ? ", 10 or more points below the median" : "";
                    case OVER -> ", " + line.share() + ": fewer than 5 cannot be deployed";
                    case UNDER -> ", " + line.share() + ": fewer than 5 can be deployed";
                    case HIDDEN -> ", hidden: too few people";
                };
        return new Tile(
                line.slug(), place.code, place.column * STEP, place.row * STEP, shade, value, label, line.isFarBelow());
    }

    private static String shade(int percent) {
        if (percent < 60) return "a";
        if (percent < 70) return "b";
        return percent < 80 ? "c" : "d";
    }
}
