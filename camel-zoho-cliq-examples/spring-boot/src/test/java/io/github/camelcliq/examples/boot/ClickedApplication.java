package io.github.camelcliq.examples.boot;

import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** A test of the application on a free port with a local Cliq and more routes; all of them share one application. */
@SpringBootTest(
        webEnvironment = RANDOM_PORT,
        properties = {
            "camel.component.cliq.maximum-body-size=20000",
            "camel.main.routes-include-pattern=classpath:camel/*.yaml,classpath:kamelet-routes/*.yaml"
        })
@Import({LocalCliq.class, MoreRoutes.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ClickedApplication {}
