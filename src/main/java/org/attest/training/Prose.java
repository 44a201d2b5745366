package org.attest.training;

import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Markdown as a page shows it: CommonMark with tables. What looks like HTML in it is text, a link leads to {@code https}
 * or nowhere, and a picture is its text alternative.
 */
final class Prose {

    private static final Map<String, String> CLASSES = Map.of(
            "p", "govuk-body",
            "h2", "govuk-heading-m",
            "h3", "govuk-heading-s",
            "ul", "govuk-list govuk-list--bullet",
            "ol", "govuk-list govuk-list--number",
            "blockquote", "govuk-inset-text",
            "table", "govuk-table",
            "th", "govuk-table__header",
            "td", "govuk-table__cell",
            "a", "govuk-link");

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new HttpsOnly())
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                var name = CLASSES.get(tag);
                if (name != null) attributes.put("class", name);
                if (tag.equals("th")) attributes.put("scope", "col");
            })
            .nodeRendererFactory(context -> new TextOfPicture(context.getWriter()))
            .build();

    private Prose() {}

    static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    private static final class HttpsOnly implements UrlSanitizer {

        @Override
        public String sanitizeLinkUrl(String url) {
            return url.startsWith("https://") ? url : "";
        }

        @Override
        public String sanitizeImageUrl(String url) {
            return "";
        }
    }

    private record TextOfPicture(org.commonmark.renderer.html.HtmlWriter html)
            implements org.commonmark.renderer.NodeRenderer {

        @Override
        public java.util.Set<Class<? extends Node>> getNodeTypes() {
            return java.util.Set.of(Image.class);
        }

        @Override
        public void render(Node picture) {
            for (var part = picture.getFirstChild(); part != null; part = part.getNext()) {
                if (part instanceof org.commonmark.node.Text text) html.text(text.getLiteral());
            }
        }
    }
}
