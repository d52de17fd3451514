// The block in the editor: its settings in the sidebar, and a placeholder in the page. Visitors get the check from PHP, so
// nothing but the settings is saved, and nobody needs the right to write scripts.
(() => {
    'use strict';
    const { blocks, blockEditor, components, element, i18n } = window.wp;
    const { createElement: make, Fragment } = element;
    const { __, sprintf } = i18n;

    // Drawn here: where the page is edited in a frame, WordPress's own signs are missing.
    const circle = (cx) => make('circle', { cx, cy: 12, r: 6.25, fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 });
    const icon = make('svg', { viewBox: '0 0 24 24', width: 24, height: 24 }, circle(8.5), circle(15.5));

    const UNSET = { value: '', label: __('The visitor chooses', 'partnership-health-check') };
    const KINDS = {
        consortium: {
            label: __('Partnership or consortium of civil society organisations', 'partnership-health-check'),
            sides: [
                __('Lead organisation', 'partnership-health-check'),
                __('Member organisation', 'partnership-health-check'),
            ],
        },
        commissioning: {
            label: __('Commissioner and provider', 'partnership-health-check'),
            sides: [__('Commissioner', 'partnership-health-check'), __('Provider', 'partnership-health-check')],
        },
        grant: {
            label: __('Grant-maker and recipient', 'partnership-health-check'),
            sides: [__('Grant-maker', 'partnership-health-check'), __('Recipient', 'partnership-health-check')],
        },
        prime: {
            label: __('Prime contractor and sub-contractor', 'partnership-health-check'),
            sides: [
                __('Prime contractor', 'partnership-health-check'),
                __('Sub-contractor', 'partnership-health-check'),
            ],
        },
        other: { label: __('Another partnership', 'partnership-health-check'), sides: [] },
    };
    const LENGTHS = [
        UNSET,
        { value: 'full', label: __('Full: about 10 minutes', 'partnership-health-check') },
        { value: 'quick', label: __('Quick: about 3 minutes', 'partnership-health-check') },
    ];
    const LEVELS = [
        { value: '', label: __('Heading 2, as usual', 'partnership-health-check') },
        // translators: %d is a number from 1 to 6.
        ...[1, 3, 4, 5, 6].map((level) => ({
            value: String(level),
            label: sprintf(__('Heading %d', 'partnership-health-check'), level),
        })),
    ];

    /** The sides of the kind that was chosen. */
    const sides = (kind) => [
        UNSET,
        ...(KINDS[kind]?.sides ?? []).map((label, at) => ({ value: ['first', 'second'][at], label })),
    ];

    const edit = ({ attributes, setAttributes }) => {
        /** Nothing is saved for what is left as it is. */
        const set = (name) => (value) => setAttributes({ [name]: value || undefined });
        const field = (component, name, label, more) =>
            make(component, {
                key: name,
                label,
                value: attributes[name] ?? '',
                onChange: set(name),
                __next40pxDefaultSize: true,
                __nextHasNoMarginBottom: true,
                ...more,
            });
        const { SelectControl, TextareaControl, TextControl, ToggleControl } = components;
        // An invitation says kind and length, and the visitor the side.
        const isInvited = Boolean(attributes.invitation);
        const kinds = [UNSET, ...Object.entries(KINDS).map(([value, { label }]) => ({ value, label }))];
        const hasSides = sides(attributes.kind).length > 1;

        const asked = make(
            components.PanelBody,
            { title: __('What is asked', 'partnership-health-check') },
            field(TextControl, 'invitation', __('Link of an invitation', 'partnership-health-check'), {
                // Of a whole link its last part is kept.
                onChange: (link) => set('invitation')(link.trim().replace(/^.*#phc-invite=/, '')),
                help: __(
                    'Each check then begins with it, and asks its statements too.',
                    'partnership-health-check',
                ),
            }),
            !isInvited && field(SelectControl, 'kind', __('Kind of relationship', 'partnership-health-check'), {
                options: kinds,
                // The sides of another kind have other names.
                onChange: (kind) => setAttributes({ kind: kind || undefined, side: undefined }),
            }),
            !isInvited &&
                hasSides &&
                field(SelectControl, 'side', __('The visitor’s side', 'partnership-health-check'), {
                    options: sides(attributes.kind),
                }),
            !isInvited && field(SelectControl, 'length', __('Length', 'partnership-health-check'), { options: LENGTHS }),
        );
        const shown = make(
            components.PanelBody,
            { title: __('On this page', 'partnership-health-check'), initialOpen: false },
            field(SelectControl, 'heading-level', __('Level of its heading', 'partnership-health-check'), {
                options: LEVELS,
                help: __('So that it fits below the headings of the page.', 'partnership-health-check'),
            }),
            field(SelectControl, 'loading', __('When it loads', 'partnership-health-check'), {
                options: [
                    { value: '', label: __('Near the part in view, as usual', 'partnership-health-check') },
                    { value: 'eager', label: __('With the page', 'partnership-health-check') },
                ],
            }),
            field(TextControl, 'own-page', __('Address of the check’s own page', 'partnership-health-check'), {
                type: 'url',
                help: __(
                    'If you host it too. Visitors without JavaScript get a link to it.',
                    'partnership-health-check',
                ),
            }),
            attributes['own-page'] &&
                field(SelectControl, 'link-base', __('Summary links open', 'partnership-health-check'), {
                    options: [
                        { value: '', label: __('This page, as usual', 'partnership-health-check') },
                        { value: 'own', label: __('The check’s own page', 'partnership-health-check') },
                    ],
                }),
        );
        const advanced = make(
            blockEditor.InspectorControls,
            { group: 'advanced', __experimentalGroup: 'advanced' },
            field(TextControl, 'lang', __('Language code', 'partnership-health-check'), {
                help: __('If it is not the language of the site.', 'partnership-health-check'),
            }),
            field(TextControl, 'storage-key', __('Storage key', 'partnership-health-check'), {
                help: __(
                    'Letters, digits and hyphens. Checks with different keys keep their answers apart.',
                    'partnership-health-check',
                ),
            }),
            field(TextControl, 'keep', __('What links keep of the address', 'partnership-health-check'), {
                help: __(
                    'Names behind the ? of the page’s address that it needs, with spaces between them. p, page_id and lang are kept anyway.',
                    'partnership-health-check',
                ),
            }),
            field(TextareaControl, 'words', __('Your own words', 'partnership-health-check'), {
                rows: 4,
                help: __(
                    'One change on each line, such as: partnership = alliance. The check’s own page says what can change, and writes the lines.',
                    'partnership-health-check',
                ),
            }),
            make(ToggleControl, {
                label: __('Scripts of this page may read scores', 'partnership-health-check'),
                checked: attributes.scores === true,
                onChange: set('scores'),
                __nextHasNoMarginBottom: true,
            }),
        );

        /** What was chosen, in words. */
        const settings = [
            KINDS[attributes.kind]?.label,
            hasSides && attributes.side && sides(attributes.kind).find(({ value }) => value === attributes.side)?.label,
            attributes.length && LENGTHS.find(({ value }) => value === attributes.length)?.label,
        ].filter(Boolean);
        const chosen = isInvited ? [__('It begins with an invitation.', 'partnership-health-check')] : settings;
        const placeholder = make(
            components.Placeholder,
            {
                icon,
                label: __('Partnership health check', 'partnership-health-check'),
                instructions: __(
                    'Visitors take the check here. Their answers stay in their browser. The settings of this block are in the sidebar.',
                    'partnership-health-check',
                ),
            },
            chosen.length > 0 && make('ul', null, ...chosen.map((words) => make('li', { key: words }, words))),
        );
        return make(
            Fragment,
            null,
            make(blockEditor.InspectorControls, null, asked, shown),
            advanced,
            make('div', blockEditor.useBlockProps(), placeholder),
        );
    };

    blocks.registerBlockType('partnership-health-check/check', { icon, edit, save: () => null });
})();
