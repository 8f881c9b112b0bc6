<?php
/** The page under Settings → Earshot, by WordPress's own Settings API: it checks the nonce and who may save. */

defined( 'ABSPATH' ) || exit;

/** Fields of the page: label, hint, and the choices where there are some. */
function earshot_fields(): array {
	return array(
		'endpoint'  => array( __( 'Where messages go', 'earshot' ), __( 'The address of your receiver, such as https://help.example/issues or /issues.', 'earshot' ) ),
		'articles'  => array( __( 'Help articles', 'earshot' ), __( 'The address of an index that “earshot index” wrote. May stay empty.', 'earshot' ) ),
		'config'    => array( __( 'More settings', 'earshot' ), __( 'The address of an earshot.json. May stay empty.', 'earshot' ) ),
		'placement' => array( __( 'Corner', 'earshot' ), '', array( 'bottom-end', 'bottom-start', 'top-end', 'top-start' ) ),
		'consent'   => array( __( 'Consent', 'earshot' ), __( '“required” keeps nothing on the device before your consent banner says so.', 'earshot' ), array( 'not-required', 'required' ) ),
	);
}

/**
 * What is saved: addresses, and choices that there are.
 *
 * @param mixed $input of the form; anybody may have written it.
 */
function earshot_sanitize( $input ): array {
	$saved = array();
	foreach ( earshot_fields() as $name => $field ) {
		$value = is_array( $input ) && is_string( $input[ $name ] ?? null ) ? trim( $input[ $name ] ) : '';
		if ( isset( $field[2] ) ) {
			$saved[ $name ] = in_array( $value, $field[2], true ) ? $value : $field[2][0];
		} else {
			$saved[ $name ] = esc_url_raw( $value, array( 'http', 'https' ) );
		}
	}
	return $saved;
}

function earshot_admin_init(): void {
	register_setting( 'earshot', 'earshot', array( 'type' => 'array', 'sanitize_callback' => 'earshot_sanitize', 'default' => array() ) );
	add_settings_section( 'earshot', '', '__return_null', 'earshot' );
	foreach ( earshot_fields() as $name => $field ) {
		add_settings_field( $name, $field[0], 'earshot_field', 'earshot', 'earshot', array( 'label_for' => 'earshot-' . $name, 'name' => $name ) );
	}
}
add_action( 'admin_init', 'earshot_admin_init' );

/** @param array $args as `add_settings_field` was given them. */
function earshot_field( array $args ): void {
	$name    = $args['name'];
	$field   = earshot_fields()[ $name ];
	$value   = earshot_options()[ $name ];
	$choices = $field[2] ?? null;
	if ( $choices ) {
		printf( '<select id="%s" name="%s">', esc_attr( 'earshot-' . $name ), esc_attr( 'earshot[' . $name . ']' ) );
		foreach ( $choices as $choice ) {
			printf( '<option value="%s"%s>%s</option>', esc_attr( $choice ), selected( $value, $choice, false ), esc_html( $choice ) );
		}
		echo '</select>';
	} else {
		printf( '<input class="regular-text code" id="%s" name="%s" value="%s">', esc_attr( 'earshot-' . $name ), esc_attr( 'earshot[' . $name . ']' ), esc_attr( $value ) );
	}
	if ( '' !== $field[1] ) {
		printf( '<p class="description">%s</p>', esc_html( $field[1] ) );
	}
}

function earshot_settings_page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	printf( '<div class="wrap"><h1>%s</h1><form action="%s" method="post">', esc_html__( 'Earshot', 'earshot' ), esc_url( admin_url( 'options.php' ) ) );
	settings_fields( 'earshot' );
	do_settings_sections( 'earshot' );
	submit_button();
	echo '</form></div>';
}

function earshot_admin_menu(): void {
	add_options_page( __( 'Earshot', 'earshot' ), __( 'Earshot', 'earshot' ), 'manage_options', 'earshot', 'earshot_settings_page' );
}
add_action( 'admin_menu', 'earshot_admin_menu' );
