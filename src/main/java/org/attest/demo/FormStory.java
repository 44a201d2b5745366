package org.attest.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.attest.vetting.FormAnswers;
import org.attest.vetting.FormPart;
import org.attest.volunteer.Eligibility;
import org.attest.volunteer.RightToRemain;
import org.attest.volunteer.Volunteer;

/**
 * What one person of the demonstration writes into the vetting form, from what their record says of them. Drawn from a
 * source of the person's own, so that a part reads the same whenever it is asked for.
 */
final class FormStory {

    /** What a case turns on later. */
    enum Trait {
        PLAIN,
        /** Two years for which the form names no address. */
        NO_FIXED_ADDRESS,
        /** The same, after the form came back and was sent again. */
        ADDRESSES_ADDED,
        RELATIVE_WITH_A_RECORD
    }

    private static final List<String> COUNTRIES =
            List.of("Poland", "India", "Nigeria", "Portugal", "Ghana", "Canada", "Romania", "Philippines");
    private static final List<String> FLUENT_ON = List.of(
            "Mastodon", "A forum for bell ringers", "LinkedIn", "GitHub", "Strava", "A group for allotment holders");
    private static final List<String> EMPLOYERS = List.of(
            "The county council", "A software house of 40 people", "Northgate Freight", "A group of three schools");
    private static final List<String> OWED = List.of(
            "A car loan of £3,400, £140 a month",
            "One credit card, £600, paid in full each month",
            "A student loan, taken from my pay",
            "£1,200 to my sister for a bicycle, £50 a month");

    private final Volunteer person;
    private final LocalDate day;
    private final LocalDate born;
    private final Eligibility known;
    private final Names names;
    private final Places places;
    private final Random random;
    private final String home;
    private final String homeBefore;
    private final String firstHome;

    /**
     * @param known what is known of their eligibility; null for nothing
     * @param day on which it is sent
     */
    FormStory(Volunteer person, Eligibility known, Names names, LocalDate day) {
        this.person = person;
        this.known = known;
        this.names = names;
        this.day = day;
        this.places = new Places(person.force.region);
        this.random = new Random(person.ref.hashCode());
        this.born = person.birthDate == null ? day.minusYears(31).minusDays(random.nextInt(300)) : person.birthDate;
        this.home = places.draw(random);
        this.homeBefore = places.draw(random);
        this.firstHome = places.draw(random);
    }

    /** Every part. */
    Map<FormPart, FormAnswers> complete(Trait trait) {
        var parts = new EnumMap<FormPart, FormAnswers>(FormPart.class);
        parts.put(FormPart.NAMES, ownNames());
        parts.put(FormPart.ADDRESSES, addresses(trait));
        parts.put(FormPart.ABROAD, abroad());
        parts.put(FormPart.PEOPLE, people());
        parts.put(FormPart.FINANCE, money());
        parts.put(FormPart.WORK, work());
        parts.put(FormPart.POLICE, police());
        parts.put(FormPart.INVESTIGATION, once(Map.of("live", "no")));
        parts.put(FormPart.ASSOCIATIONS, associations(trait));
        parts.put(FormPart.ONLINE, online());
        parts.put(FormPart.HUNTERS, once(Map.of("link", "no")));
        parts.put(FormPart.EARLIER, earlier());
        parts.put(
                FormPart.DECLARATIONS,
                once(Map.of("checks", "yes", "told", "yes", "changes", "yes", "honesty", "yes")));
        return parts;
    }

    /** What somebody gets done in a first evening: some parts, one of them with gaps. */
    Map<FormPart, FormAnswers> begun() {
        return Map.of(
                FormPart.NAMES,
                ownNames(),
                FormPart.ADDRESSES,
                addresses(Trait.PLAIN),
                FormPart.ABROAD,
                abroad(),
                FormPart.PEOPLE,
                new FormAnswers(Map.of("partner", "yes"), List.of(parent(names.kin(person.fullName, random)))),
                FormPart.ONLINE,
                online());
    }

    /** The addresses, and nothing else, as they are mended once the form has come back. */
    Map<FormPart, FormAnswers> mended() {
        return Map.of(FormPart.ADDRESSES, addresses(Trait.ADDRESSES_ADDED));
    }

    // --- part by part

    private boolean bornHere() {
        return known == null || known.residentSince == null || !known.residentSince.isAfter(born);
    }

    private String country() {
        return COUNTRIES.get(Math.floorMod(person.ref.hashCode(), COUNTRIES.size()));
    }

    private FormAnswers ownNames() {
        var fields = new HashMap<String, String>();
        fields.put("fullName", person.fullName);
        fields.put("birthDate", born.toString());
        fields.put("birthPlace", bornHere() ? firstHome.split("\n")[1].replaceAll(" \\S+ \\S+$", "") : country());
        fields.put("nationalities", bornHere() ? "British" : "British, and that of " + country());
        boolean settled = known != null && known.rightToRemain == RightToRemain.INDEFINITE_LEAVE;
        fields.put("remain", settled ? "INDEFINITE_LEAVE" : "UK_OR_EEA_NATIONAL");
        if (!chance(12)) return none(fields);
        var other = names.draw(random).full();
        return new FormAnswers(
                fields,
                List.of(Map.of(
                        "name",
                        other,
                        "from",
                        born.toString(),
                        "to",
                        born.plusYears(16).toString())));
    }

    private FormAnswers addresses(Trait trait) {
        var since = bornHere() ? born : known.residentSince;
        var homes = new ArrayList<Map<String, String>>();
        if (!bornHere()) homes.add(home("Family home\n" + country(), false, born));
        homes.add(home(firstHome, true, since));
        if (trait == Trait.PLAIN || trait == Trait.RELATIVE_WITH_A_RECORD) {
            add(homes, homeBefore, born.plusYears(19));
            add(homes, home, day.minusYears(2).minusDays(Math.floorMod(person.ref.hashCode(), 700)));
        } else {
            boolean added = trait == Trait.ADDRESSES_ADDED;
            add(homes, added ? homeBefore : "No fixed address: with friends, some weeks with each", day.minusYears(3));
            if (added) add(homes, new Places(null).draw(new Random(person.ref.hashCode())), day.minusYears(2));
            add(homes, home, day.minusYears(1));
        }
        var rows = new ArrayList<Map<String, String>>();
        LocalDate last = null;
        for (int i = homes.size() - 1; i >= 0; i--) {
            var row = new HashMap<>(homes.get(i));
            if (last != null) row.put("to", last.minusDays(1).toString());
            last = LocalDate.parse(row.get("from"));
            rows.add(row);
        }
        return new FormAnswers(Map.of(), rows);
    }

    private static void add(List<Map<String, String>> homes, String address, LocalDate from) {
        var before = LocalDate.parse(homes.get(homes.size() - 1).get("from"));
        if (from.isAfter(before)) homes.add(home(address, true, from));
    }

    private static Map<String, String> home(String address, boolean here, LocalDate from) {
        return Map.of("address", address, "uk", here ? "yes" : "no", "from", from.toString());
    }

    private FormAnswers abroad() {
        var stays = new ArrayList<Map<String, String>>();
        if (!bornHere()) stays.add(stay(country(), born, known.residentSince.minusDays(1), "LIVED_ABROAD"));
        boolean travelled = known != null && Boolean.TRUE.equals(known.longAbroad);
        if (travelled) stays.add(stay("New Zealand", day.minusMonths(31), day.minusMonths(17), "TRAVEL"));
        return stays.isEmpty() ? none(Map.of()) : new FormAnswers(Map.of(), stays);
    }

    private static Map<String, String> stay(String country, LocalDate from, LocalDate to, String reason) {
        return Map.of("country", country, "from", from.toString(), "to", to.toString(), "reason", reason);
    }

    private FormAnswers people() {
        boolean partner = chance(58);
        var rows = new ArrayList<Map<String, String>>();
        if (partner) {
            var age = born.plusDays(random.nextInt(900) - 450L);
            rows.add(relative("PARTNER", names.draw(random).full(), age, home));
        }
        var parent = parent(names.kin(person.fullName, random));
        if (chance(20)) {
            parent.put("told", "no");
            parent.put("whyNot", "In hospital: I will say it once they are home");
        }
        rows.add(parent);
        rows.add(chance(82) ? parent(names.kin(person.fullName, random)) : unknownParent());
        if (chance(55)) {
            var sibling = names.kin(person.fullName, random).full();
            rows.add(relative("SIBLING", sibling, born.minusDays(400L + random.nextInt(1500)), places.draw(random)));
        }
        if (born.plusYears(33).isBefore(day) && chance(40)) {
            var child = names.kin(person.fullName, random).full();
            rows.add(relative("CHILD", child, day.minusYears(11).minusDays(random.nextInt(1200)), home));
        }
        return new FormAnswers(Map.of("partner", partner ? "yes" : "no", "complete", "yes"), rows);
    }

    private Map<String, String> parent(Names.Name name) {
        return relative("PARENT", name.full(), born.minusYears(23).minusDays(random.nextInt(4000)), firstHome);
    }

    private static Map<String, String> unknownParent() {
        return new HashMap<>(Map.of(
                "relation",
                "PARENT",
                "name",
                "Not known to me",
                "unknown",
                "I have never known my other parent, nor where they live",
                "told",
                "no",
                "whyNot",
                "I could not reach them"));
    }

    private static Map<String, String> relative(String relation, String name, LocalDate born, String address) {
        return new HashMap<>(Map.of(
                "relation", relation, "name", name, "birthDate", born.toString(), "address", address, "told", "yes"));
    }

    private FormAnswers money() {
        var fields = new HashMap<>(Map.of("behind", "no"));
        if (chance(70)) fields.put("debts", Names.one(OWED, random));
        if (!chance(7)) return none(fields);
        var row = Map.of(
                "what",
                "DEFAULT",
                "from",
                day.minusYears(5).toString(),
                "to",
                day.minusYears(4).toString(),
                "about",
                "£310 to a telephone company after I had moved; paid in full");
        return new FormAnswers(fields, List.of(row));
    }

    private FormAnswers work() {
        var occupation = known == null || known.occupation == null ? "Between two jobs" : known.occupation;
        var fields = new HashMap<>(Map.of("occupation", occupation, "forces", "no"));
        fields.put(
                "employer",
                Names.one(EMPLOYERS, random) + ", since "
                        + day.minusYears(1 + random.nextInt(6)).getYear());
        if (chance(6)) {
            fields.put("forces", "yes");
            fields.put(
                    "service", "Royal Signals, " + (day.getYear() - 12) + " to " + (day.getYear() - 8) + ", 25099117");
        }
        if (!chance(15)) return none(fields);
        var interest = Map.of(
                "what",
                "I mend bicycles for money",
                "about",
                "By myself, some £900 a year",
                "from",
                day.minusYears(2).toString());
        return new FormAnswers(fields, List.of(interest));
    }

    private FormAnswers police() {
        if (!chance(16)) return none(Map.of());
        boolean drove = chance(50);
        var matter = Map.of(
                "what",
                drove ? "MOTORING" : "OTHER",
                "on",
                day.minusYears(3).minusDays(random.nextInt(900)).toString(),
                "force",
                person.force.name,
                "about",
                drove
                        ? "36 in a 30 zone: I went on a speed awareness course"
                        : "I saw a collision and gave a statement; nothing else came of it");
        return new FormAnswers(Map.of(), List.of(matter));
    }

    private static FormAnswers associations(Trait trait) {
        if (trait != Trait.RELATIVE_WITH_A_RECORD) return none(Map.of());
        return new FormAnswers(
                Map.of(),
                List.of(Map.of(
                        "who",
                        "A cousin on my mother’s side",
                        "about",
                        "Convicted of selling drugs some years ago. We meet at weddings, about once a year")));
    }

    private FormAnswers online() {
        if (chance(5)) return none(Map.of());
        var rows = new ArrayList<Map<String, String>>();
        int first = random.nextInt(FLUENT_ON.size());
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            var site = FLUENT_ON.get((first + i) % FLUENT_ON.size());
            rows.add(Map.of("site", site, "name", Names.spelled(person.fullName) + (10 + random.nextInt(80))));
        }
        return new FormAnswers(Map.of(), rows);
    }

    private FormAnswers earlier() {
        if (!chance(24)) return none(Map.of());
        var row = Map.of(
                "body",
                "A bank I worked for",
                "level",
                "Their own checks",
                "on",
                day.minusYears(6).toString(),
                "outcome",
                "GRANTED");
        return new FormAnswers(Map.of(), List.of(row));
    }

    private static FormAnswers once(Map<String, String> fields) {
        return new FormAnswers(fields, List.of());
    }

    private static FormAnswers none(Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put(FormAnswers.NONE, "yes");
        return new FormAnswers(all, List.of());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
