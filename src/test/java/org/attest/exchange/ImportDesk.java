package org.attest.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.attest.As;
import org.attest.force.Everywhere;
import org.attest.volunteer.Volunteer;

/** A coordinator, of Kent where no other force is named, with a file: hands it in, names its columns, looks, brings it in, all through the pages. */
final class ImportDesk {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    final As coordinator;
    private final String slug;

    ImportDesk() {
        this("kent");
    }

    ImportDesk(String slug) {
        this.slug = slug;
        this.coordinator = As.coordinatorOf(slug);
    }

    ValidatableResponse handIn(String kind, String name, byte[] bytes) {
        return coordinator
                .withToken()
                .multiPart("kind", kind)
                .multiPart("file", name, bytes, "application/octet-stream")
                .post("/forces/" + slug + "/imports")
                .then();
    }

    /** Address of the file. */
    String handedIn(String kind, String name, byte[] bytes) {
        return handIn(kind, name, bytes)
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("https?://[^/]+", "");
    }

    /** The form of the mapping page as it stands. */
    Map<String, String> mapping(String batch) {
        var page = coordinator.get(batch + "/mapping").statusCode(200).extract().htmlPath();
        List<String> names = page.getList("**.findAll { it.name() == 'select' }.@name");
        var form = new HashMap<String, String>();
        for (var name : names) {
            form.put(
                    name,
                    page.getString("**.find { it.@id == '" + name + "' }.option.find { it.@selected != '' }.@value"));
        }
        form.values().removeIf(v -> v == null || v.isEmpty());
        return form;
    }

    String checked(String kind, String name, byte[] bytes) {
        var batch = handedIn(kind, name, bytes);
        coordinator.post(batch + "/mapping", mapping(batch)).statusCode(303);
        return batch;
    }

    String checked(String kind, String text) {
        return checked(kind, "people.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    String seen(String batch) {
        var found =
                SEEN.matcher(coordinator.get(batch).statusCode(200).extract().asString());
        if (!found.find()) throw new AssertionError("No dry run on the page of " + batch);
        return found.group(1);
    }

    ValidatableResponse commit(String batch) {
        return coordinator.post(batch + "/commit", Map.of("seen", seen(batch)));
    }

    String broughtIn(String kind, String text) {
        var batch = checked(kind, text);
        commit(batch).statusCode(303);
        return batch;
    }

    ValidatableResponse undo(String batch) {
        return coordinator.post(batch + "/undoing", Map.of("because", "It was the sheet of last year"));
    }

    static <T> T find(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> Everywhere.call(work));
    }

    static Volunteer person(String email) {
        return find(() -> Volunteer.<Volunteer>find("email", email).firstResult());
    }
}
