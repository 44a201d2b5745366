package org.attest.training;

import org.attest.web.Formats;

/**
 * What every page of a draft begins with.
 *
 * @param began from which version
 * @param saved when and by whom it was saved last
 * @param version of the draft, which a page carries to know whether it was changed since
 */
record DraftHead(String code, String title, String path, String began, String saved, int version, boolean isNew) {

    static DraftHead of(ModuleDraft draft) {
        return new DraftHead(
                draft.code,
                draft.document().title(),
                draft.path(),
                draft.basedOn == 0 ? "a new module" : "from version " + draft.basedOn,
                Formats.inWords(draft.savedAt) + " by " + draft.savedBy,
                draft.version,
                draft.basedOn == 0);
    }
}
